"""What PyPI calls the distribution of a Python package, where that is not its own name (2026-11).

https://packaging.python.org/en/latest/discussions/distribution-package-vs-import-package/
"""

from __future__ import annotations

_CALLED = {
    "Crypto": "pycryptodome",
    "MySQLdb": "mysqlclient",
    "OpenSSL": "pyOpenSSL",
    "PIL": "pillow",
    "attr": "attrs",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python-headless",
    "dateutil": "python-dateutil",
    "dotenv": "python-dotenv",
    "fitz": "PyMuPDF",
    "github": "PyGithub",
    "jose": "python-jose",
    "jwt": "PyJWT",
    "magic": "python-magic",
    "mysql": "mysql-connector-python",
    "nacl": "PyNaCl",
    "psycopg2": "psycopg2-binary",
    "pymysql": "PyMySQL",
    "serial": "pyserial",
    "sklearn": "scikit-learn",
    "slack": "slackclient",
    "telegram": "python-telegram-bot",
    "yaml": "PyYAML",
    "zmq": "pyzmq",
}


def distribution(package: str) -> str:
    """Return the name by which pip installs the Python *package*."""
    return _CALLED.get(package, package)
