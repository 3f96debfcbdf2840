resource "aws_sfn_state_machine" "reports" {
  name     = "reports"
  role_arn = aws_iam_role.machine.arn

  definition = jsonencode({
    StartAt = "Generate"
    States = {
      Generate = {
        Type     = "Task" # takes a minute
        Resource = aws_lambda_function.generate.arn
        Retry = [{
          ErrorEquals = [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException",
          ]
          IntervalSeconds = 2
          MaxAttempts     = 6
          BackoffRate     = 2
          JitterStrategy  = "FULL"
        }]
        Next = "Done"
      }
      Done = {
        Type = "Succeed"
      }
    }
  })
}

resource "aws_sfn_state_machine" "deliveries" {
  name     = "deliveries"
  role_arn = aws_iam_role.machine.arn

  definition = <<-EOT
    {
      "StartAt": "Deliver",
      "States": {
        "Deliver": {
          "Type": "Task",
          "Resource": "${aws_lambda_function.generate.arn}",
          "Retry": [
            {
              "ErrorEquals": ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"],
              "IntervalSeconds": 2,
              "MaxAttempts": 6,
              "BackoffRate": 2,
              "JitterStrategy": "FULL"
            }
          ],
          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}],
          "End": true
        },
        "Failed": {"Type": "Fail"}
      }
    }
  EOT
}

resource "aws_lambda_function" "generate" {
  function_name = "generate"
  role          = aws_iam_role.machine.arn
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/generate:1"
  package_type  = "Image"
}

resource "aws_iam_role" "machine" {
  name               = "machine"
  assume_role_policy = file("${path.module}/trust.json")
}
