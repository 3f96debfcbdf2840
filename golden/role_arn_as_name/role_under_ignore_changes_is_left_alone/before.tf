variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_instance_profile" "app" {
  name = "app"
  role = aws_iam_role.app.arn

  lifecycle {
    ignore_changes = [role] # swapped by hand during incidents
  }
}
