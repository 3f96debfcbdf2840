import pymysql


def handler(event, context):
    return pymysql.connect(host=event["host"]).ping()
