resource "aws_s3_bucket" "main" {
  bucket = "orders" # once
}

output "bucket" {
  value = [aws_s3_bucket.main.arn, aws_s3_bucket.main.bucket_domain_name, aws_s3_bucket.elsewhere.nothing]
}
