from database import connect


def handler(event, context):
    return connect()
