# What the functions may do.
resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.function.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" # logs
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_iam_role_policy_attachment" "config" {
  role       = aws_iam_role.config.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"
}

resource "aws_iam_role" "task" {
  name                = "task"
  assume_role_policy  = data.aws_iam_policy_document.task.json
  managed_policy_arns = [local.execution, "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"]
}

locals {
  execution = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}
