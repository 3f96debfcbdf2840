resource "aws_s3_bucket_versioning" "main" {
  bucket = aws_s3_bucket.main.id

  versioning_configuration {
    status = "enabled" # since the audit
  }
}

resource "aws_dynamodb_table" "main" {
  name         = "orders"
  billing_mode = var.fixed ? "provisioned" : "pay-per-request"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "String"
  }
}

resource "aws_lb_target_group" "main" {
  port     = 80
  protocol = "http"
  vpc_id   = aws_vpc.main.id
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = aws_s3_bucket.main.id

  snapshot_delivery_properties {
    delivery_frequency = "Daily"
  }
}
