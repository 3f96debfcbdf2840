import os
import sys

from cdktf import App

from lib.order_stack import OrderApiStack

sys.path.append(os.path.dirname(__file__))

environment_suffix = os.getenv("ENVIRONMENT_SUFFIX", "dev")

app = App()
OrderApiStack(
    app,
    f"orders-{environment_suffix}",
    environment_suffix=environment_suffix,
    aws_region=os.getenv("AWS_REGION", "us-east-1"),
    default_tags={"Environment": environment_suffix, "Team": "orders"},
)
app.synth()
