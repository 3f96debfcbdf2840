locals {
  trust = {
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
    }]
  }
  written = jsonencode(local.trust)
}

resource "aws_iam_role" "claims" {
  name               = "claims"
  assume_role_policy = jsonencode(local.trust) # for the state machine
}

resource "aws_iam_role" "letters" {
  name               = "letters"
  assume_role_policy = local.written
}
