"""Compares the restored database with what is expected."""
import json
import os

import boto3
import pymysql


def lambda_handler(event, context):
    secret = boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["DB_SECRET_ARN"])
    credentials = json.loads(secret["SecretString"])
    connection = pymysql.connect(
        host=os.environ["DB_HOST"],
        user=credentials["username"],
        password=credentials["password"],
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM information_schema.tables")
        (tables,) = cursor.fetchone()
    return {"tables": tables}
