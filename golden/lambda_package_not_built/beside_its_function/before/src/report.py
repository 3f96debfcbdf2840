from datetime import datetime

from dateutil.relativedelta import relativedelta


def handle(event, context):
    return str(datetime.now() - relativedelta(months=1))
