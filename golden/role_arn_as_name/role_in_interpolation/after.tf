variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "etl" {
  name               = "etl"
  assume_role_policy = var.trust_policy
}

resource "aws_iam_role_policy_attachment" "glue" {
  role       = "${aws_iam_role.etl.name}" # Terraform 0.11 style
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"
}
