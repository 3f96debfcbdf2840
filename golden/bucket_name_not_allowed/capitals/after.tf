data "aws_caller_identity" "me" {}

resource "aws_s3_bucket" "store" {
  bucket = "myapp-data-${data.aws_caller_identity.me.account_id}" # one for each account
}

resource "aws_s3_bucket" "trails" {
  bucket = "company-trails"
}
