resource "aws_subnet" "main" {
  for_each   = var.subnets
  vpc_id     = var.vpc_id
  cidr_block = each.value.cidr # not an attribute of the subnet
}

output "subnets" {
  value = { for name, subnet in aws_subnet.main : name => subnet.id }
}

output "first" {
  value = aws_subnet.main["a"].tags.Name
}
