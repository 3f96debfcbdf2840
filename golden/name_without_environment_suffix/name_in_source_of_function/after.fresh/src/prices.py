def handle(event, context):
    return "3.20"
