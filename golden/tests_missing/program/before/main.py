import os

from cdktf import App

from lib.shop_stack import ShopStack

app = App()
ShopStack(app, "shop", environment_suffix=os.getenv("ENVIRONMENT_SUFFIX", "dev"), region="eu-central-1")
app.synth()
