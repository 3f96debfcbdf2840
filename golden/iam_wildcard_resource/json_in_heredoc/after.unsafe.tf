resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = file("trust.json")
}

# JSON as the console shows it
resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = aws_iam_role.worker.name
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Queues",
          "Effect": "Allow",
          "Action": [
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage"
          ],
          "Resource": "${aws_sqs_queue.jobs.arn}"
        },
        {
          "Sid": "QueuesUnscoped",
          "Effect": "Allow",
          "Action": [
            "sqs:ListQueues"
          ],
          "Resource": "*"
        },
        {
          "Effect": "Allow",
          "Action": "s3:GetObject",
          "Resource": "${aws_s3_bucket.inbox.arn}/*"
        }
      ]
    }
  EOF
}

resource "aws_s3_bucket" "inbox" {
  bucket = "worker-inbox"
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = aws_iam_role.worker.arn
  handler       = "worker.handler"
  runtime       = "python3.12"
  filename      = "worker.zip"
}

resource "aws_lambda_event_source_mapping" "jobs" {
  event_source_arn = aws_sqs_queue.jobs.arn
  function_name    = aws_lambda_function.worker.arn
}
