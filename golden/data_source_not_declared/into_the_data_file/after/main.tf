resource "aws_s3_bucket" "data" {
  bucket = "data-${data.aws_caller_identity.current.account_id}" # one for each account
}

resource "aws_subnet" "a" {
  vpc_id            = "vpc-0123456789abcdef0"
  availability_zone = data.aws_availability_zones.available.names[0]
}
