from cdktf import App

from lib.api import ApiStack

app = App()
ApiStack(app, "api", environment_suffix="dev")
app.synth()
