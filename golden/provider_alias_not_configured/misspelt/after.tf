provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}

resource "aws_s3_bucket" "copy" {
  provider = aws.replica # the second one
  bucket   = "copy"
}
