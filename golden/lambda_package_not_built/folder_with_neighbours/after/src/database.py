def connect():
    return "ok"
