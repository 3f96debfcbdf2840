data "aws_caller_identity" "this" {}

resource "aws_s3_bucket" "data" {
  bucket = "data-${data.aws_caller_identity.current.account_id}" # one for each account
}
