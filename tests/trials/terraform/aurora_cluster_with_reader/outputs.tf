output "writer" {
  value = aws_rds_cluster.this.endpoint
}

output "reader" {
  value = aws_rds_cluster.this.read_endpoint
}
