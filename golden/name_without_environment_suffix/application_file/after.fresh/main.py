#!/usr/bin/env python
from cdktf import App

from stacks.orders import OrderStack

app = App()
OrderStack(app, "orders", region="eu-west-1")  # one region for now
app.synth()
