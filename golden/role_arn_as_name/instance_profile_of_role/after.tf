variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = var.trust_policy
}

# Attached to every instance of the web tier.
resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.micro"

  iam_instance_profile {
    arn = aws_iam_instance_profile.web.arn
  }
}
