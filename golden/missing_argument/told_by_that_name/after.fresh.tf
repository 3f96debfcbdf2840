resource "aws_kms_key" "main" {
  description         = "Parameters"
  enable_key_rotation = true
}

resource "aws_kms_alias" "main" {
  name          = "alias/parameters" # how people find it
  target_key_id = aws_kms_key.main.key_id
}
