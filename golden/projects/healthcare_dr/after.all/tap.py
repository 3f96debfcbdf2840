#!/usr/bin/env python
"""Entry point of the healthcare disaster recovery application."""
import os

from cdktf import App

from lib.stacks.primary import PrimaryStack
from lib.tap_stack import TapStack

environment_suffix = os.getenv("ENVIRONMENT_SUFFIX", "dev")

app = App()

PrimaryStack(
    app,
    "healthcare-dr-primary",
    environment_suffix=environment_suffix,
    region="us-east-1",
    replica_region="us-west-2",
)

TapStack(app, "healthcare-dr-global", region="us-east-1", environment_suffix=environment_suffix)

app.synth()
