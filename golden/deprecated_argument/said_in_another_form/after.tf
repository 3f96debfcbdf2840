terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_eks_addon" "cni" {
  cluster_name                = "main"
  addon_name                  = "vpc-cni"
  resolve_conflicts_on_create = "OVERWRITE" # ours is what counts
  resolve_conflicts_on_update = "OVERWRITE"
}

resource "aws_apigatewayv2_route" "items" {
  api_id    = aws_apigatewayv2_api.items.id
  route_key = "GET /items"
  target    = "integrations/${aws_apigatewayv2_integration.items.id}"
}

resource "aws_ssm_association" "scan" {
  name = "AWS-RunPatchBaseline"

  parameters = {
    Operation = "Scan"
  }

  targets {
    key    = "InstanceIds"
    values = ["i-0abc"]
  }
}
