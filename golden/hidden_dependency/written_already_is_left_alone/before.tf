resource "aws_eks_cluster" "main" {
  name       = "main"
  role_arn   = aws_iam_role.cluster.arn
  depends_on = ["aws_iam_role_policy_attachment.cluster"] # as people wrote it in 2018

  vpc_config {
    subnet_ids = var.subnet_ids
  }
}

resource "aws_iam_role" "cluster" {
  assume_role_policy = var.trust
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"
}

# It refers to its target.
resource "aws_appautoscaling_policy" "orders" {
  name               = "orders"
  resource_id        = aws_appautoscaling_target.orders.resource_id
  scalable_dimension = aws_appautoscaling_target.orders.scalable_dimension
  service_namespace  = aws_appautoscaling_target.orders.service_namespace
}

resource "aws_appautoscaling_target" "orders" {
  max_capacity       = 4
  min_capacity       = 1
  resource_id        = "service/main/orders"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

variable "subnet_ids" {
  type = list(string)
}

variable "trust" {
  type = string
}
