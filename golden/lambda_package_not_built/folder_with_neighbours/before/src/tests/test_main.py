from main import handler


def test_it():
    assert handler({}, None)
