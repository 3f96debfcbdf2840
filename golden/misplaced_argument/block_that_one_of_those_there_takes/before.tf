resource "aws_kinesis_firehose_delivery_stream" "search" {
  name        = "search"
  destination = "elasticsearch" # not laid out as fmt does it

  s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::backup"
  }

  elasticsearch_configuration {
    domain_arn = "arn:aws:es:eu-west-1:111122223333:domain/search"
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    index_name="test"
  }
}
