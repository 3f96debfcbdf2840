#!/usr/bin/env python
import os

from cdktf import App

from orders import OrderStack

app = App()
OrderStack(app, "orders", environment_suffix=os.getenv("ENVIRONMENT_SUFFIX", "dev"))
app.synth()
