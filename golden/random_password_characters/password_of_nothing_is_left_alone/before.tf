# For the sessions of a web application: all characters will do.
resource "random_password" "session" {
  length = 32
}

resource "aws_ssm_parameter" "session" {
  name  = "/web/session"
  type  = "SecureString"
  value = random_password.session.result
}
