resource "aws_elasticache_cluster" "main" {
  cluster_id        = "main"
  engine            = "redis"
  subnet_group_name = "main"
}

# reads what is cached
resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = var.role_arn
  image_uri     = var.image
  package_type  = "Image"

  environment {
    variables = {
      CACHE = aws_elasticache_cluster.main.cache_nodes[0].address
    }
  }
}
