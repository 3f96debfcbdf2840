import queue_of_jobs


def handler(event, context):
    queue_of_jobs.add(event)
