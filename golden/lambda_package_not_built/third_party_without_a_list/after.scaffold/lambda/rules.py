import yaml


def handle(event, context):
    return yaml.safe_load(event["body"])
