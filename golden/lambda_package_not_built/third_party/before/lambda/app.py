import pymysql


def handler(event, context):
    return pymysql.connect()
