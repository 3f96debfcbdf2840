from cdktf import App

from lib.stack import OrdersStack

app = App()
OrdersStack(app, "orders", "arn:aws:iam::123456789012:role/orders")
app.synth()
