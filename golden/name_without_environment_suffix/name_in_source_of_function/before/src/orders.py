import boto3

orders = boto3.resource("dynamodb").Table("shop-orders-table")


def handle(event, context):
    prices = boto3.client("lambda").invoke(FunctionName="shop-prices", Payload=b"{}")
    orders.put_item(Item={"id": event["id"], "kind": "shop-orders", "price": prices["Payload"].read().decode()})
