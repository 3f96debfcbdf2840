provider "aws" {
  region = "eu-west-1"
}

variable "zone_id" {
  type = string
}

variable "function_name" {
  type = string
}

variable "role" {
  type = string
}

resource "aws_route53_record" "shop" {
  zone_id = var.zone_id
  name    = "shop.acme.example" # what customers type
  type    = "CNAME"
  ttl     = 60
  records = ["lb.acme.example"]
}

resource "aws_lambda_permission" "events" {
  statement_id  = "AllowEvents"
  action        = "lambda:InvokeFunction"
  function_name = var.function_name
  principal     = "events.amazonaws.com"
}

resource "aws_iam_role_policy" "inline" {
  name   = "inline"
  role   = var.role
  policy = "{}"
}
