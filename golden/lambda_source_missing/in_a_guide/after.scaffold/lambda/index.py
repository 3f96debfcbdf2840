# lambda/index.py
def handler(event, context):
    return {"orders": len(event["orders"])}
