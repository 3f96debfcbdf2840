#!/usr/bin/env python
from cdktf import App

from stacks.orders import OrderStack
from stacks.settings import Settings

app = App()
settings = Settings(region="eu-west-1", team="shop")
OrderStack(app, "orders", settings=settings)
app.synth()
