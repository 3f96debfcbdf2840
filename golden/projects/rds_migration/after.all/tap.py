#!/usr/bin/env python
"""Entry point of the RDS migration."""
import os

from cdktf import App

from lib.tap_stack import TapStack

app = App()
TapStack(
    app,
    "rds-migration",
    environment_suffix=os.getenv("ENVIRONMENT_SUFFIX", "dev"),
    aws_region=os.getenv("AWS_REGION", "us-east-1"),
)
app.synth()
