from pathlib import Path


def test_it_is_there():
    assert "Uploads" in Path("stack.yaml").read_text()
