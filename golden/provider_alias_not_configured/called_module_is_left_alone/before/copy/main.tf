resource "aws_s3_bucket" "copy" {
  provider = aws.copy # not taken over
  bucket   = "copy"
}
