variable "subnet_ids" {
  type = list(string)
}

resource "random_password" "warehouse" {
  length  = 24
  special = false
}

resource "aws_redshift_subnet_group" "warehouse" {
  subnet_ids = var.subnet_ids
}

resource "aws_iam_role" "spectrum" {
  name = "warehouse-spectrum"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "redshift.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "spectrum" {
  name = "read-lake"
  role = aws_iam_role.spectrum.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:ListBucket"]
      Resource = [var.lake_bucket_arn, "${var.lake_bucket_arn}/*"]
    }]
  })
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier        = "warehouse"
  database_name             = "analytics"
  node_type                 = "ra3.large"
  cluster_type              = "single-node"
  username                  = "warehouse_admin"
  password                  = random_password.warehouse.result
  cluster_subnet_group_name = aws_redshift_subnet_group.warehouse.name
  iam_roles                 = "aws_iam_role.spectrum.arn"
  encrypted                 = true
  publicly_accessible       = false
  skip_final_snapshot       = true
}
