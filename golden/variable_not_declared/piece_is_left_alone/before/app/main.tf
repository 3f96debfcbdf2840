resource "aws_sqs_queue" "this" {
  name              = var.name
  kms_master_key_id = aws_kms_key.main.arn # is nowhere to be seen
}
