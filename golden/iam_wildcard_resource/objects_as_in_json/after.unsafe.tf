resource "aws_s3_bucket" "results" {
  bucket = "results"
}

resource "aws_iam_role" "canary" {
  name = "canary"
  assume_role_policy = jsonencode({
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": "sts:AssumeRole",
            "Principal": {
                "Service": "lambda.amazonaws.com"
            }
        }
    ]
  })
}

resource "aws_iam_role_policy" "canary" {
  name = "canary"
  role = aws_iam_role.canary.id
  policy = jsonencode({
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "Run",
            "Effect": "Allow",
            "Action": ["s3:PutObject"],
            "Resource": "${aws_s3_bucket.results.arn}/*"
        },
        {
            "Sid": "RunUnscoped",
            "Effect": "Allow",
            "Action": [
                "cloudwatch:PutMetricData",
                "xray:PutTraceSegments"
            ],
            "Resource": "*"
        }
    ]
  })
}

resource "aws_synthetics_canary" "canary" {
  name                 = "canary"
  artifact_s3_location = "s3://${aws_s3_bucket.results.id}/"
  execution_role_arn   = aws_iam_role.canary.arn
  handler              = "index.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  zip_file             = "canary.zip"

  schedule {
    expression = "rate(5 minutes)"
  }
}
