resource "aws_s3_bucket" "logs" {
  bucket = "web-logs"
}

resource "aws_s3_bucket" "assets" {
  bucket = "web-assets"
}

resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = file("trust.json")
}

resource "aws_iam_role_policy" "web" {
  role = aws_iam_role.web.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::*" }] # which?
  })
}

resource "aws_iam_instance_profile" "web" {
  role = aws_iam_role.web.name
}
